package id.balairung.alert;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Converter
class FactsConverter implements AttributeConverter<List<String>, String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String convertToDatabaseColumn(List<String> facts) {
        return JSON.writeValueAsString(facts);
    }

    @Override
    public List<String> convertToEntityAttribute(String stored) {
        return JSON.readValue(stored, new TypeReference<>() {});
    }
}
