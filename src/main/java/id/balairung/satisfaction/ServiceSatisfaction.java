package id.balairung.satisfaction;

import id.balairung.agency.ServiceId;

/**
 * What was said of one service.
 *
 * @param service which
 * @param responses SKM responses
 * @param ratings quick ratings
 * @param sample how many responses of how many services
 */
public record ServiceSatisfaction(ServiceId service, Responses responses, Tally ratings, Sample sample) {}
