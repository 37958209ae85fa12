package fixtures.mean;

import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Collections, streams and functions as tables and text need them. */
final class Collecting {
    static final Map<String, Integer> SIZES = Map.of("a", 1, "b", 2);
    static final Comparator<String> BY_LENGTH = new Comparator<>() {
        @Override
        public int compare(String a, String b) {
            return Integer.compare(a.length(), b.length());
        }
    };

    private final Deque<int[]> open = new ArrayDeque<>();
    private final PriorityQueue<Map.Entry<String, Double>> queue = new PriorityQueue<>(
            Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey));

    Map<String, List<Integer>> grouped(Collection<String> words) {
        return words.stream()
                .filter(Predicate.not(String::isBlank))
                .sorted(BY_LENGTH.thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.groupingBy(
                        word -> word.substring(0, 1),
                        TreeMap::new,
                        Collectors.mapping(String::length, Collectors.toList())));
    }

    double[] numbers(double[][] X) {
        DoubleSummaryStatistics all =
                Arrays.stream(X).flatMapToDouble(Arrays::stream).summaryStatistics();
        double[] sums = IntStream.range(0, X[0].length)
                .mapToDouble(j -> Arrays.stream(X).mapToDouble(row -> row[j]).sum())
                .toArray();
        Arrays.sort(sums);
        Arrays.fill(sums, 0, 1, all.getAverage());
        Arrays.setAll(sums, i -> sums[i] + i);
        return DoubleStream.of(sums).boxed().mapToDouble(Double::doubleValue).toArray();
    }

    Object many() {
        List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
        list.sort(null);
        list.removeIf(i -> i > 2);
        list.replaceAll(i -> i + 1);
        Collections.shuffle(list, new Random(1));
        Collections.swap(list, 0, 1);
        ListIterator<Integer> iterator = list.listIterator();
        while (iterator.hasNext()) {
            if (iterator.next() > 5) {
                iterator.remove();
            }
        }
        Map<String, Integer> counts = new LinkedHashMap<>(SIZES);
        counts.merge("a", 1, Integer::sum);
        counts.computeIfAbsent("c", String::length);
        counts.entrySet().removeIf(entry -> entry.getValue() == 0);
        EnumMap<Way, Set<String>> byWay = new EnumMap<>(Way.class);
        byWay.computeIfAbsent(Way.UP, way -> new TreeSet<>()).add("x");
        BitSet bits = new BitSet(8);
        bits.set(3);
        Iterable<Integer> iterable =
                () -> IntStream.iterate(0, i -> i + 1).limit(3).iterator();
        long n = StreamSupport.stream(iterable.spliterator(), false).count();
        Optional<String> first =
                Stream.of("a", "b").findFirst().map(String::toUpperCase).or(Optional::empty);
        AtomicInteger atomic = new AtomicInteger();
        new DoubleAdder().add(2);
        new ConcurrentHashMap<String, LongAdder>()
                .computeIfAbsent("a", key -> new LongAdder())
                .increment();
        new CopyOnWriteArrayList<>(list).forEach(i -> atomic.addAndGet(i));
        open.push(new int[] {1, 2});
        queue.add(Map.entry("a", 1.0));
        queue.offer(new AbstractMap.SimpleEntry<>("b", 2.0));
        SplittableRandom random = new SplittableRandom(7);
        double draw = random.nextGaussian()
                + random.split().nextDouble()
                + ThreadLocalRandom.current().nextInt(2);
        Supplier<Map<Integer, String>> supplier = HashMap::new;
        BiFunction<Integer, Integer, int[][]> make = (rows, columns) -> new int[rows][columns];
        Function<Integer, int[]> array = int[]::new;
        UnaryOperator<Function<Integer, Integer>> twice = f -> f.andThen(f);
        return List.of(n, first, draw, supplier.get(), make.apply(1, 2).clone(), array.apply(3), twice, bits);
    }

    static Stream<Integer> primes() {
        return Stream.iterate(2, i -> i + 1)
                .filter(i -> IntStream.rangeClosed(2, (int) Math.sqrt(i)).noneMatch(d -> i % d == 0));
    }

    String joined() {
        return primes().limit(5).map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                + Stream.of(1, 2).collect(Collectors.partitioningBy(i -> i > 1, Collectors.counting()))
                + Stream.of(1, 2).reduce(0, Integer::sum)
                + Stream.of(1, 2)
                        .collect(Collectors.teeing(Collectors.counting(), Collectors.averagingInt(i -> i), List::of));
    }

    enum Way {
        UP,
        DOWN
    }
}
