@org.jspecify.annotations.NullMarked
package gradus.grader.fuzz;
