package gradus.catalogue;

/**
 * A room of which a {@linkplain LearnersPack learners' pack} holds the compiled reference alone, for other rooms to
 * stand on.
 */
public record Compiled(Room room) implements Entry {
    @Override
    public String id() {
        return room.id();
    }

    @Override
    public String title() {
        return room.title();
    }
}
