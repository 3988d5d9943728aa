package id.balairung.queue;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

@Converter
class EventDetailsConverter implements AttributeConverter<EventDetails, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(EventDetails details) {
        return JSON.writeValueAsString(details);
    }

    @Override
    public EventDetails convertToEntityAttribute(String json) {
        return JSON.readValue(json, EventDetails.class);
    }
}
