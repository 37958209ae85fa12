/** The lab in a browser on the same machine: pages, and what they ask for. */
@NullMarked
package gradus.web;

import org.jspecify.annotations.NullMarked;
