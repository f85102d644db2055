//! A weather service's answer.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The wrapper that the service puts around every answer.
#[derive(Deserialize)]
struct Envelope<T> {
    data: Option<T>,
    error: Option<String>,
}

/// The forecast for some towns, by their names.
pub type Forecasts = BTreeMap<String, Forecast>;

/// The weather of one town.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// Where it is; in JSON its fields stand directly in the forecast.
    #[serde(flatten)]
    pub place: Place,
    /// Degrees Celsius by the hour, 0 to 23.
    pub hours: BTreeMap<u8, f64>,
    /// What else the service tells: kept, and written again.
    #[serde(flatten)]
    pub more: BTreeMap<String, Value>,
}

/// A place on earth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum AnswerError {
    /// The service says so.
    Refused(String),
    /// The answer is not what it should be.
    Unreadable(serde_json::Error),
    /// The answer holds neither data nor an error.
    Empty,
}

/// Take the data out of an answer.
pub fn unwrap_answer<T: DeserializeOwned>(json: &str) -> Result<T, AnswerError> {
    let envelope: Envelope<T> = serde_json::from_str(json).map_err(AnswerError::Unreadable)?;
    match (envelope.data, envelope.error) {
        (_, Some(error)) => Err(AnswerError::Refused(error)),
        (Some(data), None) => Ok(data),
        (None, None) => Err(AnswerError::Empty),
    }
}

/// The warmest hour of a forecast; of equally warm ones the first.
pub fn warmest(forecast: &Forecast) -> Option<(u8, f64)> {
    forecast
        .hours
        .iter()
        .map(|(&hour, &degrees)| (hour, degrees))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = r#"{"data": {"Oslo": {
        "lat": 59.9, "lon": 10.7,
        "hours": {"6": -2.5, "12": 1.0, "18": 1.0},
        "source": {"model": "x"}
    }}}"#;

    #[test]
    fn nested_data_is_read() {
        let forecasts: Forecasts = unwrap_answer(ANSWER).expect("valid");
        let oslo = &forecasts["Oslo"];
        assert_eq!(
            oslo.place,
            Place {
                lat: 59.9,
                lon: 10.7
            }
        );
        assert_eq!(warmest(oslo), Some((12, 1.0)));
    }

    #[test]
    fn unknown_fields_are_kept() {
        let forecasts: Forecasts = unwrap_answer(ANSWER).expect("valid");
        let written = serde_json::to_value(&forecasts).expect("plain data");
        let original: Value = serde_json::from_str(ANSWER).expect("valid");
        assert_eq!(written, original["data"]);
    }

    #[test]
    fn a_refusal_is_told() {
        let answer = unwrap_answer::<Forecasts>(r#"{"data": null, "error": "no such town"}"#);
        assert!(matches!(answer, Err(AnswerError::Refused(text)) if text == "no such town"));
    }

    #[test]
    fn odd_answers_are_errors() {
        assert!(matches!(
            unwrap_answer::<Forecasts>("{}"),
            Err(AnswerError::Empty)
        ));
        let bad_hour = ANSWER.replace("\"6\"", "\"dawn\"");
        let answer = unwrap_answer::<Forecasts>(&bad_hour);
        assert!(
            matches!(answer, Err(AnswerError::Unreadable(_))),
            "{answer:?}"
        );
    }

    #[test]
    fn no_hours_no_warmest() {
        let place = Place { lat: 0.0, lon: 0.0 };
        let (hours, more) = (BTreeMap::new(), BTreeMap::new());
        assert_eq!(warmest(&Forecast { place, hours, more }), None);
    }
}
