/** A judge in the background that keeps warm between commands, and the client that lets it do its work. */
@NullMarked
package gradus.cli.daemon;

import org.jspecify.annotations.NullMarked;
