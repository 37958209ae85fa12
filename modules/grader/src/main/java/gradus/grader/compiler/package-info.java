/** Compiles others' files in a process of its own, which the sandbox keeps from the machine. */
@NullMarked
package gradus.grader.compiler;

import org.jspecify.annotations.NullMarked;
