/** What keeps a learner's code from the machine: namespaces, a filter of system calls, and limits. */
@NullMarked
package gradus.grader.sandbox;

import org.jspecify.annotations.NullMarked;
