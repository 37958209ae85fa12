/**
 * What a learner's class files may use: an allowlist of types and members, held against the bytes. Nothing is loaded.
 */
@NullMarked
package gradus.grader.verify;

import org.jspecify.annotations.NullMarked;
