package gradus.cli;

import gradus.datasets.DataSet;

/** Licences of data sets, as they are shown. */
final class DataLicence {
    private DataLicence() {}

    static String inWords(DataSet set) {
        return set.licence() + (set.licenceText().isEmpty() ? "" : " (" + set.licenceText() + ")");
    }
}
