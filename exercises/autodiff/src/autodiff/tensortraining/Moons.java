package autodiff.tensortraining;

import arraysandtables.ndarraycore.NdArray;
import java.util.List;
import java.util.SplittableRandom;

/** Two half circles that reach into one another, and a net to tell them apart. */
final class Moons {
    private Moons() {}

    /** (nSamples, 2) even ones on the upper moon, odd ones on the lower. */
    static double[][] samples(int nSamples, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] X = new double[nSamples][];
        for (int i = 0; i < nSamples; i++) {
            double angle = Math.PI * (i / 2 + 0.5) / ((nSamples + 1) / 2);
            boolean isUpper = i % 2 == 0;
            X[i] = new double[] {
                (isUpper ? Math.cos(angle) : 1 - Math.cos(angle)) + noise * random.nextGaussian(),
                (isUpper ? Math.sin(angle) : 0.5 - Math.sin(angle)) + noise * random.nextGaussian()
            };
        }
        return X;
    }

    /** (nSamples) 0 on the upper moon, 1 on the lower. */
    static int[] classes(int nSamples) {
        int[] y = new int[nSamples];
        for (int i = 0; i < nSamples; i++) {
            y[i] = i % 2;
        }
        return y;
    }

    static double[] flat(double[][] X) {
        double[] flat = new double[X.length * X[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = X[i / X[0].length][i % X[0].length];
        }
        return flat;
    }

    /** A net from two features over one hidden layer to two classes, or of one layer where nHidden is 0. */
    static Net net(long seed, int nHidden) {
        SplittableRandom random = new SplittableRandom(seed);
        return nHidden == 0
                ? new Net(List.of(dense(random, 2, 2)))
                : new Net(List.of(dense(random, 2, nHidden), dense(random, nHidden, 2)));
    }

    private static Dense dense(SplittableRandom random, int nInputs, int nOutputs) {
        double reach = Math.sqrt(3.0 / nInputs);
        return new Dense(
                NdArray.of(random.doubles(nInputs * nOutputs, -reach, reach).toArray(), nInputs, nOutputs),
                NdArray.of(new double[nOutputs], nOutputs));
    }
}
