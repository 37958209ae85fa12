package fixtures.mean;

import java.util.*;
import java.util.function.*;

/** A list of one's own, inheriting from the JDK's skeletons, and what calls inherited members. */
class Lists<E> extends AbstractList<E> implements RandomAccess {
    private final E[] elements;

    @SafeVarargs
    Lists(E... elements) {
        this.elements = elements.clone();
    }

    @Override
    public E get(int index) {
        return elements[Objects.checkIndex(index, size())];
    }

    @Override
    public int size() {
        return elements.length;
    }

    static int inherited() {
        Lists<Integer> list = new Lists<>(1, 2, 3);
        modify(list);
        return list.stream().mapToInt(Integer::intValue).sum()
                + list.subList(0, 2).hashCode()
                + list.modCount;
    }

    private static void modify(Lists<Integer> list) {
        for (int value : list) {
            list.forEach((Consumer<Object>) each -> list.contains(value));
        }
    }

    static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > 3;
        }
    }

    static final class Counting extends Random {
        private int calls;

        @Override
        protected int next(int bits) {
            calls++;
            return super.next(bits);
        }
    }

    static Object local(int n) {
        record Point(int x, int y) {}
        class Local {
            int sum() {
                return n + new Point(1, 2).x();
            }
        }
        interface Twice {
            int of(int x);
        }
        enum Side {
            LEFT
        }
        Twice twice = x -> 2 * x;
        Object o = n > 0 ? new Local() : Side.LEFT;
        int[][] grid = {{1}, {2, 3}};
        int[] copy = Arrays.copyOf(grid[1], 3);
        Object[] both = {grid.clone(), copy.getClass(), int[].class, String.class.getName()};
        long total = 0;
        outer:
        for (int[] row : grid) {
            for (int value : row) {
                if (value == 3) {
                    break outer;
                }
                total += switch (value) {
                    case 1, 2 -> {
                        int squared = value * value;
                        yield squared;
                    }
                    default -> 0;
                };
            }
        }
        if (o instanceof Local local && local.sum() > 1) {
            return twice.of(local.sum()) + total + both.length;
        }
        return new Bounded<String, Integer>().getOrDefault("a", new Counting().nextInt());
    }
}
