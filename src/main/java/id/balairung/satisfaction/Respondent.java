package id.balairung.satisfaction;

import java.util.Optional;

/**
 * What somebody who filled in the SKM form chose to tell. Each may be left out.
 *
 * @param sex sex
 * @param age age, in bands
 * @param education the highest education finished
 * @param occupation occupation
 */
public record Respondent(
        Optional<Sex> sex, Optional<Age> age, Optional<Education> education, Optional<Occupation> occupation) {

    /** Nothing told. */
    public static final Respondent SILENT =
            new Respondent(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Sex. */
    public enum Sex {
        /** Laki-laki. */
        MALE,
        /** Perempuan. */
        FEMALE
    }

    /** Age in years. */
    public enum Age {
        /** Under 17. */
        UNDER_17,
        /** 17 to 25. */
        FROM_17,
        /** 26 to 35. */
        FROM_26,
        /** 36 to 45. */
        FROM_36,
        /** 46 to 55. */
        FROM_46,
        /** 56 and more. */
        FROM_56
    }

    /** The highest education finished. */
    public enum Education {
        /** SD or less. */
        PRIMARY,
        /** SMP. */
        JUNIOR,
        /** SMA or SMK. */
        SENIOR,
        /** D1 to D4. */
        DIPLOMA,
        /** S1. */
        BACHELOR,
        /** S2 or S3. */
        HIGHER
    }

    /** Occupation. */
    public enum Occupation {
        /** PNS or PPPK. */
        CIVIL,
        /** TNI or Polri. */
        FORCES,
        /** Karyawan swasta. */
        EMPLOYEE,
        /** Wirausaha. */
        BUSINESS,
        /** Pelajar or mahasiswa. */
        STUDENT,
        /** Mengurus rumah tangga. */
        HOUSEHOLD,
        /** Lainnya. */
        OTHER
    }
}
