package probability.bayesrule;

import gradus.kit.Require;

/**
 * Shares of groups that turn round when the groups are put together.
 *
 * <p>Source: P. J. Bickel, E. A. Hammel and J. W. O'Connell, <i>Sex Bias in Graduate Admissions: Data from
 * Berkeley</i>, Science 187, 1975.
 *
 * @param successes (nStrata, nGroups) of each group in each stratum
 * @param trials (nStrata, nGroups) of each group in each stratum, at least 1
 */
public record Simpson(double[][] successes, double[][] trials) {
    /**
     * @throws IllegalArgumentException if the shapes differ, or somewhere were no trials or more successes than trials
     */
    public Simpson {
        Require.matrix("successes", successes);
        Require.columns("trials", trials, successes[0].length);
        Require.that(
                trials.length == successes.length,
                "trials must have %d rows, but has %d",
                successes.length,
                trials.length);
        for (int i = 0; i < trials.length; i++) {
            for (int j = 0; j < trials[i].length; j++) {
                Require.that(trials[i][j] >= 1, "trials must be >= 1, but trials[%d][%d] was %s", i, j, trials[i][j]);
                Require.that(
                        successes[i][j] >= 0 && successes[i][j] <= trials[i][j],
                        "successes must be in [0, trials], but successes[%d][%d] was %s",
                        i,
                        j,
                        successes[i][j]);
            }
        }
    }

    /** @return (nStrata, nGroups) the share of successes of each group in each stratum */
    public double[][] rates() {
        // begin solution: successes divided by trials, entry by entry
        double[][] rates = new double[trials.length][trials[0].length];
        for (int i = 0; i < rates.length; i++) {
            for (int j = 0; j < rates[i].length; j++) {
                rates[i][j] = successes[i][j] / trials[i][j];
            }
        }
        return rates;
        // end solution
    }

    /** @return (nGroups) the share of successes of each group, all strata together */
    public double[] overall() {
        // begin solution: the sum of the successes divided by the sum of the trials
        double[] overall = new double[trials[0].length];
        for (int j = 0; j < overall.length; j++) {
            double won = 0;
            double tried = 0;
            for (int i = 0; i < trials.length; i++) {
                won += successes[i][j];
                tried += trials[i][j];
            }
            overall[j] = won / tried;
        }
        return overall;
        // end solution
    }

    /**
     * The share that each group would have had, if all groups had gone to the strata as everybody together did: its
     * rates, weighted by the trials of all groups there.
     *
     * @return (nGroups)
     */
    public double[] adjusted() {
        // begin solution: for each stratum all trials, as a share of the total; the sum of weight times rate
        double[] adjusted = new double[trials[0].length];
        double[][] rates = rates();
        double total = 0;
        for (int i = 0; i < trials.length; i++) {
            double weight = 0;
            for (double tried : trials[i]) {
                weight += tried;
            }
            total += weight;
            for (int j = 0; j < adjusted.length; j++) {
                adjusted[j] += weight * rates[i][j];
            }
        }
        for (int j = 0; j < adjusted.length; j++) {
            adjusted[j] /= total;
        }
        return adjusted;
        // end solution
    }
}
