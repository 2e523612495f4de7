// DuckDB calls back into managed functions of verify on the thread that runs the statement. When many threads of one process compile the first calls at the same time, the runtime now and then
// makes such a call without leaving managed mode, and ends the process ("attempted to call a UnmanagedCallersOnly method from managed code"). One test at a time meets it less often, and `./ingot test` gives verify a process of its own.
[assembly: Xunit.v3.Parallelization(MaxThreads = 1)]
