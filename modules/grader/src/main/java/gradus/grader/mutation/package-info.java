/** Mutation tests: whether checks notice small changes of the reference, made by PIT in the learner's parts. */
@NullMarked
package gradus.grader.mutation;

import org.jspecify.annotations.NullMarked;
