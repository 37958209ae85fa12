package gradus.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

record ListData<E>(Data<Integer> length, Data<E> elements) implements Data<List<E>> {
    @Override
    public List<E> draw(RandomGenerator random) {
        int n = length.draw(random);
        return Stream.generate(() -> elements.draw(random)).limit(n).toList();
    }

    @Override
    public boolean allows(List<E> list) {
        return length.allows(list.size()) && list.stream().allMatch(elements::allows);
    }

    /** With fewer elements; with one element simpler. */
    @Override
    public Stream<List<E>> simpler(List<E> list) {
        int n = list.size();
        return Stream.concat(
                Cut.of(n, length).map(cut -> cut.kept(n).mapToObj(list::get).toList()),
                IntStream.range(0, n)
                        .boxed()
                        .flatMap(i -> elements.simpler(list.get(i)).map(element -> with(list, i, element))));
    }

    private static <E> List<E> with(List<E> list, int i, E element) {
        List<E> changed = new ArrayList<>(list);
        changed.set(i, element);
        return changed;
    }
}
