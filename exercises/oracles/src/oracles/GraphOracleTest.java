package oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Catalogue;
import gradus.catalogue.Entry;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import java.nio.file.Path;
import java.util.List;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import javabasics.graphtraversal.Networks;
import javabasics.graphtraversal.Order.Sorted;
import org.junit.jupiter.api.Test;

/** The course itself is a graph: its rooms, and which of them stand on which. */
class GraphOracleTest {
    private final Roadmap roadmap = Catalogue.read(Path.of("../.."));

    @Test
    void theRoomsThatAreBuiltHaveAnOrder() {
        List<String> rooms = roadmap.rooms().stream().map(Room::id).toList();
        List<Edge<String>> edges = roadmap.rooms().stream()
                .flatMap(room -> room.requires().stream().map(before -> Edge.of(before, room.id())))
                .toList();

        Sorted<String> order =
                assertInstanceOf(Sorted.class, Graph.directed(rooms, edges).topologicalOrder());

        assertEquals(rooms.size(), order.vertices().size());
        for (Edge<String> edge : edges) {
            assertTrue(order.vertices().indexOf(edge.from()) < order.vertices().indexOf(edge.to()), edge.toString());
        }
    }

    @Test
    void theCourseOfTheRoomIsOnTheRoadmap() {
        List<String> rooms = roadmap.entries().stream().map(Entry::id).toList();

        assertTrue(rooms.containsAll(Networks.course().vertices()), rooms.toString());
    }
}
