package gradus.classroom.similar;

import java.util.List;
import java.util.Map;

/**
 * What the program that compares has found out about one room. Works go by their numbers, the reference has the
 * highest.
 *
 * @param tokens how long each work is that was compared, in tokens beyond the starter
 * @param left why the others were not
 * @param pairs those that are alike enough, and all with the reference
 * @param counts how many pairs of people have a similarity of 0, 1, … 100 percent, without what is behind the point
 */
record Answer(Map<Integer, Integer> tokens, Map<Integer, LeftOut> left, List<Pair> pairs, List<Integer> counts) {}
