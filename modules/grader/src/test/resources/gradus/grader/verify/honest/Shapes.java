package fixtures.mean;

import gradus.kit.Changed;
import gradus.kit.Matrix;
import gradus.kit.NotAttempted;
import gradus.kit.Require;
import java.io.Serializable;
import java.lang.annotation.*;
import java.lang.reflect.Array;
import java.util.*;
import java.util.function.DoubleUnaryOperator;

/** Records, sealed types, enums with bodies, generics, nested and inner classes, iterators, exceptions of one's own. */
public sealed interface Shapes permits Shapes.Circle, Shapes.Square, Shapes.Both {
    double area();

    default String inWords() {
        return getClass().getSimpleName() + " of " + area();
    }

    static Shapes unit() {
        return new Square(1);
    }

    record Circle(double radius) implements Shapes {
        public Circle {
            Require.that(radius > 0, "radius must be > 0, but was %s", radius);
        }

        @Override
        public double area() {
            return Math.PI * radius * radius;
        }
    }

    record Square(double side) implements Shapes, Comparable<Square>, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public double area() {
            return side * side;
        }

        @Override
        public int compareTo(Square other) {
            return Double.compare(side, other.side);
        }
    }

    final class Both implements Shapes, Iterable<Shapes>, Cloneable, AutoCloseable {
        private final Shapes a;
        private final Shapes b;
        private static int made;

        Both(Shapes a, Shapes b) {
            this.a = Objects.requireNonNull(a, "a");
            this.b = b;
            made++;
            assert made > 0 : made;
        }

        @Override
        public double area() {
            return a.area() + b.area();
        }

        @Override
        public Iterator<Shapes> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < 2;
                }

                @Override
                public Shapes next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return next++ == 0 ? a : b;
                }
            };
        }

        @Override
        public Both clone() throws CloneNotSupportedException {
            return (Both) super.clone();
        }

        @Override
        public synchronized boolean equals(Object other) {
            return other instanceof Both both && both.a.equals(a) && both.b.equals(b);
        }

        @Override
        public int hashCode() {
            return Objects.hash(a, b) ^ System.identityHashCode(this);
        }

        @Override
        public void close() {
            synchronized (this) {
                made--;
            }
        }
    }

    enum Activation {
        RELU("relu") {
            @Override
            double at(double x) {
                return Math.max(0, x);
            }
        },
        TANH("tanh") {
            @Override
            double at(double x) {
                return Math.tanh(x);
            }
        };

        private final String word;

        Activation(String word) {
            this.word = word;
        }

        abstract double at(double x);

        static Activation of(String word) {
            return switch (word) {
                case "relu" -> RELU;
                case "tanh" -> TANH;
                default -> valueOf(word.toUpperCase(Locale.ROOT));
            };
        }

        int number() {
            switch (this) {
                case RELU:
                    return ordinal();
                default:
                    return values().length + compareTo(RELU) + word.length() + name().length();
            }
        }
    }

    final class Diverged extends RuntimeException {
        private final int epoch;

        Diverged(int epoch, Throwable cause) {
            super("diverged in epoch " + epoch, cause);
            this.epoch = epoch;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        int epoch() {
            return epoch;
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Source {
        String value();
    }

    @Source("Numerical Recipes, §9")
    final class Solver<T extends Number & Comparable<T>> {
        private final T tolerance;

        Solver(T tolerance) {
            this.tolerance = tolerance;
        }

        class Step {
            double size = tolerance.doubleValue();
        }

        static class Nested<K, V> {
            record Pair<K, V>(K key, V value) {}
        }

        @SafeVarargs
        static <E> E[] joined(Class<E> type, E[]... parts) {
            int n = 0;
            for (E[] part : parts) {
                n += part.length;
            }
            @SuppressWarnings("unchecked")
            E[] all = (E[]) Array.newInstance(type, n);
            int at = 0;
            for (E[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }

        double root(DoubleUnaryOperator f, @Changed double[] path) {
            Step step = new Step();
            double x = path[0];
            try (Both both = new Both(new Square(1), new Circle(2))) {
                for (Shapes shape : both) {
                    x += shape.area() * step.size;
                }
                if (Double.isNaN(f.applyAsDouble(x))) {
                    throw new Diverged(3, new ArithmeticException("NaN"));
                }
            } catch (Diverged | IllegalStateException e) {
                System.err.println(e.getMessage() + e.getCause());
                e.printStackTrace();
            } catch (StackOverflowError e) {
                throw new IllegalArgumentException("too deep", e);
            } finally {
                path[0] = x;
            }
            double[][] product = Matrix.times(2, new double[][] {{x}});
            if (product.length == 0) {
                throw new NotAttempted();
            }
            return product[0][0];
        }
    }
}
