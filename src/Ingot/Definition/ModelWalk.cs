using System.Runtime.ExceptionServices;

namespace Ingot.Definition;

/// <summary>One walk over the models of a graph by several threads.</summary>
internal sealed class ModelWalk
{
    private readonly ModelGraph _graph;
    private readonly Action<ModelDefinition> _visit;
    private readonly object _gate = new();
    private readonly Dictionary<TableName, int> _open;
    private readonly Queue<ModelDefinition> _ready;
    private int _left;
    private ExceptionDispatchInfo? _failure;

    public ModelWalk(ModelGraph graph, Action<ModelDefinition> visit)
    {
        _graph = graph;
        _visit = visit;
        _open = graph.CountInputs();
        _ready = new Queue<ModelDefinition>(graph.Order.Where(model => _open[model.Table] == 0));
        _left = graph.Order.Count;
    }

    /// <summary>Walks, and returns when all models are visited.</summary>
    public void Run()
    {
        // The pool's threads help; where it has none to spare, this thread does all of it.
        for (var i = 1; i < Environment.ProcessorCount; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static walk => walk.VisitAll(), this, preferLocal: false);
        }

        VisitAll();
        _failure?.Throw();
    }

    private void VisitAll()
    {
        while (TakeNext() is { } model)
        {
            try
            {
                _visit(model);
                Leave(model);
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }
    }

    private ModelDefinition? TakeNext()
    {
        lock (_gate)
        {
            while (_ready.Count == 0 && _left > 0)
            {
                Monitor.Wait(_gate);
            }

            return _left > 0 ? _ready.Dequeue() : null;
        }
    }

    private void Leave(ModelDefinition model)
    {
        lock (_gate)
        {
            _left--;
            foreach (var reader in _graph.ReadersOf(model.Table).Where(reader => --_open[reader.Table] == 0))
            {
                _ready.Enqueue(reader);
            }

            Monitor.PulseAll(_gate);
        }
    }

    private void Fail(Exception exception)
    {
        lock (_gate)
        {
            _failure ??= ExceptionDispatchInfo.Capture(exception);
            _left = 0;
            Monitor.PulseAll(_gate);
        }
    }
}
