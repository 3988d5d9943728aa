package id.balairung.satisfaction;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many working days follow-ups have. Those for complaints are the law's (Permenpan RB 62/2018), unless the mall promises less.
 *
 * @param information a complaint that is a question or a wish
 * @param service a complaint about a service
 * @param oversight a complaint that needs an inspection
 * @param rating a rating of 1
 * @param unsur a low unsur
 */
@ConfigurationProperties("balairung.satisfaction.working-days")
record FollowUpDays(
        @DefaultValue("5") int information,
        @DefaultValue("14") int service,
        @DefaultValue("60") int oversight,
        @DefaultValue("5") int rating,
        @DefaultValue("14") int unsur) {

    static final int MOST = 250;

    FollowUpDays {
        require("information", information);
        require("service", service);
        require("oversight", oversight);
        require("rating", rating);
        require("unsur", unsur);
    }

    private static void require(String name, int days) {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException(
                    "balairung.satisfaction.working-days.%s is 1 to %d, not %d".formatted(name, MOST, days));
        }
    }

    int of(ComplaintClass complaintClass) {
        return switch (complaintClass) {
            case INFORMATION -> information;
            case SERVICE -> service;
            case OVERSIGHT -> oversight;
        };
    }
}
