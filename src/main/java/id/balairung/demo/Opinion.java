package id.balairung.demo;

import id.balairung.satisfaction.Respondent;
import id.balairung.satisfaction.SkmForm;
import id.balairung.satisfaction.UnsurCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a visitor says of a finished service: the longer they waited beside the published target, the less they liked it.
 *
 * @param after how long after it was finished
 * @param score from 1 to 4
 * @param comment what they write; mostly nothing
 * @param form what they answer to the survey; empty for those who leave it
 */
record Opinion(Duration after, int score, String comment, Optional<SkmForm> form) {

    private static final double SAY_SOMETHING = 0.4;
    private static final double FILL_IN = 0.55;
    private static final double COMMENT = 0.3;
    private static final double CROSS = 0.03;
    private static final double SKIP = 0.03;
    private static final double TELL = 0.92;
    private static final int BEST = 4;

    private static final List<String> PRAISE = List.of(
            "Petugasnya ramah dan sabar menjelaskan.",
            "Cepat, tidak sampai setengah jam sudah selesai.",
            "Ruang tunggunya nyaman dan bersih.",
            "Terima kasih, dibantu sampai berkas lengkap.",
            "Sekarang urusannya mudah, semua di satu gedung.",
            "Penjelasan di loket jelas.");

    private static final List<String> WISHES = List.of(
            "Mohon tambah kursi untuk lansia.",
            "Syaratnya sebaiknya ditempel di pintu masuk.",
            "Suara panggilan kurang jelas di ruang belakang.",
            "Parkir motor penuh.",
            "Fotokopi terdekat jauh, mohon disediakan.");

    private static final List<String> COMPLAINTS = List.of(
            "Menunggu lama padahal ada loket yang kosong.",
            "Sudah dua kali datang, syaratnya berubah lagi.",
            "Petugas kurang ramah waktu ditanya.",
            "Antrean tidak bergerak sejak jam istirahat.");

    private static final List<String> UNSUR = List.of(
            "REQUIREMENTS",
            "PROCEDURE",
            "TIME",
            "COST",
            "PRODUCT",
            "COMPETENCE",
            "CONDUCT",
            "COMPLAINTS",
            "FACILITIES");

    /**
     * What somebody says; empty for those who go home without a word.
     *
     * @param dice the visitor's dice
     * @param waited how long they waited
     * @param target how long the agency says that it takes
     */
    static Optional<Opinion> of(Dice dice, Duration waited, Duration target) {
        if (!dice.chance(SAY_SOMETHING)) {
            return Optional.empty();
        }
        double late = Math.clamp((double) waited.toSeconds() / Math.max(1, target.toSeconds()) - 0.8, 0, 2.5);
        double mood = dice.chance(CROSS) ? dice.between(0.6, 1.8) : dice.between(2.7, 4.5) - 0.6 * late;
        int score = grade(mood);
        return Optional.of(new Opinion(
                dice.between(Duration.ofSeconds(20), Duration.ofMinutes(9)),
                score,
                dice.chance(COMMENT) ? dice.pick(comments(score)) : "",
                dice.chance(FILL_IN) ? Optional.of(form(dice, mood, late)) : Optional.empty()));
    }

    private static List<String> comments(int score) {
        return switch (score) {
            case BEST -> PRAISE;
            case 3 -> WISHES;
            default -> COMPLAINTS;
        };
    }

    private static SkmForm form(Dice dice, double mood, double late) {
        Map<UnsurCode, Integer> answers = new HashMap<>();
        for (String code : UNSUR) {
            double own = mood + dice.between(-0.5, 0.5) + lean(code, late);
            if (!dice.chance(SKIP) || answers.isEmpty()) {
                answers.put(new UnsurCode(code), grade(own));
            }
        }
        return new SkmForm(
                answers,
                new Respondent(
                        told(dice, Respondent.Sex.values()),
                        told(dice, Respondent.Age.values()),
                        told(dice, Respondent.Education.values()),
                        told(dice, Respondent.Occupation.values())));
    }

    /** What people find better or worse than the rest. */
    private static double lean(String code, double late) {
        return switch (code) {
            case "COST" -> 0.5;
            case "CONDUCT" -> 0.25;
            case "TIME" -> -0.15 - 0.3 * late;
            case "COMPLAINTS" -> -0.25;
            default -> 0;
        };
    }

    private static int grade(double mood) {
        return Math.clamp(Math.round(mood), 1, BEST);
    }

    private static <T> Optional<T> told(Dice dice, T[] groups) {
        return dice.chance(TELL) ? Optional.of(dice.pick(List.of(groups))) : Optional.empty();
    }
}
