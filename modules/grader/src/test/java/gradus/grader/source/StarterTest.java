package gradus.grader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StarterTest {
    private static String starter(String reference) {
        return Starter.of(new Source("room/A.java", reference)).text();
    }

    private static String refusal(String reference) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> starter(reference))
                .getMessage());
    }

    @Test
    void aPartInAMethodBecomesATodoThatThrows() {
        assertEquals("""
                package room;

                import gradus.kit.NotAttempted;
                import java.util.List;

                class A {
                    int twice(int x) {
                        // TODO double x
                        throw new NotAttempted();
                    }
                }
                """, starter("""
                        package room;

                        import java.util.List;

                        class A {
                            int twice(int x) {
                                // begin solution: double x
                                return 2 * x;
                                // end solution
                            }
                        }
                        """));
    }

    @Test
    void whatToDoMayGoOnInCommentsBelow() {
        String starter = starter("""
                package room;

                class A {
                    int twice(int x) {
                        // begin solution: add x
                        // to itself
                        int sum = x + x;
                        // of the solution
                        return sum;
                        // end solution
                    }

                    // begin solution: and what
                    // you need
                    // end solution
                }
                """);

        assertTrue(
                starter.contains(
                        "        // TODO add x\n        // to itself\n        throw new NotAttempted();\n    }"),
                starter);
        assertTrue(starter.contains("    // TODO and what\n    // you need\n}"), starter);
        assertFalse(starter.contains("of the solution"), starter);
    }

    @Test
    void aPartOutsideAMethodBecomesATodoAlone() {
        String starter = starter("""
                package room;

                class A {
                    // begin solution: keep what you need
                    private int memory;
                    // end solution

                    int given() {
                        return 1;
                    }
                }
                """);

        assertTrue(starter.contains("    // TODO keep what you need\n"), starter);
        assertFalse(starter.contains("NotAttempted"), starter);
        assertFalse(starter.contains("memory"), starter);
    }

    @Test
    void theImportFollowsThePackageWhereThereIsNoOther() {
        assertTrue(starter("""
                package room;

                class A {
                    void run() {
                        // begin solution: run
                        // end solution
                    }
                }
                """).startsWith("package room;\n\nimport gradus.kit.NotAttempted;\n\nclass A {"));
    }

    @Test
    void markersThatDoNotMatchAreNamedWithTheirLine() {
        assertEquals(
                "A.java:3: a solution begins inside another",
                refusal("class A {\n// begin solution: a\n// begin solution: b\n// end solution\n}"));
        assertEquals("A.java:2: '// end solution' without its beginning", refusal("class A {\n// end solution\n}"));
        assertEquals(
                "A.java:3: the last solution has no '// end solution'", refusal("class A {\n// begin solution: a\n}"));
        assertEquals(
                "A.java:2: a marker reads '// begin solution: what to do' or '// end solution', alone on its line",
                refusal("class A {\nint x; // begin solution: a\n}"));
    }

    @Test
    void anEmptiedReferenceKeepsItsMarkersAndNothingBetweenThem() {
        assertEquals("""
                package room;

                class A {
                    // begin solution: a helper
                    // end solution
                    int twice(int x) {
                        // begin solution: add x
                        // to itself
                        throw new gradus.kit.NotAttempted();
                        // end solution
                    }
                }
                """, Starter.emptied(new Source("room/A.java", """
                        package room;

                        class A {
                            // begin solution: a helper
                            private int half;
                            // end solution
                            int twice(int x) {
                                // begin solution: add x
                                // to itself
                                return x + x; // the sum
                                // end solution
                            }
                        }
                        """)).text());
    }

    @Test
    void ofAnEmptiedReferenceComesTheSameStarter() {
        for (Room room : Checkout.open(Checkout.homeOf(Path.of(""))).roadmap().rooms()) {
            for (Source reference : RoomClasses.read(room, room.sources())) {
                Source emptied = Starter.emptied(reference);

                assertEquals(Starter.of(reference), Starter.of(emptied), room.id());
                assertEquals(Starter.isMarked(reference), Starter.isMarked(emptied), room.id());
            }
        }
    }
}
