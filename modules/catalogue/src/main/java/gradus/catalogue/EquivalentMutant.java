package gradus.catalogue;

/**
 * A mutant of a room's reference that computes the same as the reference, so that no check can tell the two apart. One
 * entry of mutants.yaml stands for one mutant.
 *
 * @param lineText text that stands once in the learner's parts; the mutant is on the line where it ends
 * @param operator short name of the mutation operator, such as {@code conditionals-boundary}
 * @param reason why nothing changes
 */
public record EquivalentMutant(String lineText, String operator, String reason) {}
