// DuckDB calls back into managed functions of verify on the thread that runs the statement. Now and then, when other tests run in the same process, the runtime finds that thread still in managed mode and
// ends the process ("attempted to call a UnmanagedCallersOnly method from managed code"). The cause is not known. One test at a time meets it less often, and `./ingot test` gives verify a process of its own.
[assembly: Xunit.v3.Parallelization(MaxThreads = 1)]
