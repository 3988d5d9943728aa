package id.balairung.history.ui;

import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.WaitFigure;
import java.util.Arrays;
import java.util.Optional;

/** How the address says which turns a figure counts. */
final class FigureCodes {

    private FigureCodes() {}

    static String of(WaitFigure wait) {
        return switch (wait) {
            case CALLED -> "dipanggil";
            case JUDGED -> "dinilai";
            case WITHIN -> "sesuai";
            case MISSED -> "lewat";
        };
    }

    static String of(ServiceTimeFigure time) {
        return switch (time) {
            case MEASURED -> "terukur";
            case WITHIN -> "sesuai";
            case OVER -> "lewat";
        };
    }

    static Optional<WaitFigure> wait(String code) {
        return Arrays.stream(WaitFigure.values())
                .filter(one -> of(one).equals(code))
                .findAny();
    }

    static Optional<ServiceTimeFigure> serviceTime(String code) {
        return Arrays.stream(ServiceTimeFigure.values())
                .filter(one -> of(one).equals(code))
                .findAny();
    }
}
