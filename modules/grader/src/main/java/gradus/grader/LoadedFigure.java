package gradus.grader;

import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.standin.Witness;
import gradus.kit.figure.Figure;
import gradus.worker.Channel;

/** A figure with the stand-ins that it calls, and the reference behind them. One at a time draws with it. */
final class LoadedFigure implements AutoCloseable {
    private final CheckLoader loader;
    private final Figure<Object> figure;
    private final ReferenceSide reference;

    LoadedFigure(CheckLoader loader, String className, ReferenceSide reference) {
        this.loader = loader;
        this.figure = figure(loader, className);
        this.reference = reference;
        loader.connect(reference.peer(), reference.peer());
    }

    Figure<Object> figure() {
        return figure;
    }

    CheckLoader loader() {
        return loader;
    }

    /** Lets the figure call the learner's code at the other end of a channel, until {@link #forget}. */
    void connect(Channel learner, Witness witness) {
        loader.connect(new JudgePeer(loader, learner, witness), reference.peer());
    }

    /** Lets go of the learner's code, and of all that the reference was handed and returned. */
    void forget() {
        loader.connect(reference.peer(), reference.peer());
        reference.forget();
    }

    @Override
    public void close() {
        reference.close();
    }

    @SuppressWarnings("unchecked")
    private static Figure<Object> figure(CheckLoader loader, String className) {
        try {
            var constructor = loader.loadClass(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Figure<Object>) constructor.newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(
                    className + " must implement Figure and have a constructor without parameters", e);
        }
    }
}
