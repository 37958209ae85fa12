/** LeNet with DJL: convolutions that learn to read digits. */
@NullMarked
package cnn.cnnmnist;

import org.jspecify.annotations.NullMarked;
