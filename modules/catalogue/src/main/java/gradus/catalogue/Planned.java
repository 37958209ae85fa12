package gradus.catalogue;

/** A room that the roadmap names and that has no folder yet. */
public record Planned(String id, String title) implements Entry {}
