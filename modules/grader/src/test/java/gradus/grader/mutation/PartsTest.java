package gradus.grader.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.grader.source.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Parts PARTS = Parts.of(new Source("a/A.java", """
            double sum = 0;
            // begin solution: add
            double sum = 0;
            sum += x;
            double sum = 0;
            // end solution
            sum += x;
            """));

    @Test
    void onlyTheLearnersLinesCount() {
        assertEquals(Set.of(3, 4, 5), PARTS.numbers());
        assertEquals("sum += x;", PARTS.text(4));
        assertEquals(List.of(4), PARTS.endsOf("sum += x;"));
        assertEquals(List.of(3, 5), PARTS.endsOf("sum = 0"));
        assertEquals(List.of(), PARTS.endsOf("sum -= x;"));
    }

    @Test
    void aTextMayBeginOnTheLineBefore() {
        assertEquals(List.of(5), PARTS.endsOf("sum += x;\ndouble sum = 0;"));
    }
}
