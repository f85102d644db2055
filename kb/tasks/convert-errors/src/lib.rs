//! A sign-up form: optional and required fields, one error or all of them.

use std::collections::HashMap;

/// The fields as they came in.
pub type Form<'a> = HashMap<&'a str, &'a str>;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    Missing(&'static str),
    NotANumber(&'static str, String),
}

/// Returns a field that must be there.
///
/// # Errors
///
/// Fails where it is missing or blank.
pub fn required<'a>(form: &Form<'a>, name: &'static str) -> Result<&'a str, FieldError> {
    form.get(name)
        .map(|value| value.trim())
        .filter(|value| !value.is_empty())
        .ok_or(FieldError::Missing(name))
}

/// Returns a number that may be left out.
///
/// # Errors
///
/// Fails where something is there that is no number.
pub fn optional_number(form: &Form<'_>, name: &'static str) -> Result<Option<u32>, FieldError> {
    form.get(name).map(|value| number(name, value)).transpose()
}

/// Returns all numbers of a list such as `1, 2, 3`, or the first error.
///
/// # Errors
///
/// Fails at the first that is no number.
pub fn numbers(name: &'static str, list: &str) -> Result<Vec<u32>, FieldError> {
    list.split(',').map(|part| number(name, part)).collect()
}

/// Returns all values, or every error.
///
/// # Errors
///
/// Fails where there is at least one error; all are in the list.
pub fn all_or_every_error<T, E>(
    results: impl IntoIterator<Item = Result<T, E>>,
) -> Result<Vec<T>, Vec<E>> {
    let mut values = Vec::new();
    let mut errors = Vec::new();
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(values)
    } else {
        Err(errors)
    }
}

fn number(name: &'static str, text: &str) -> Result<u32, FieldError> {
    let text = text.trim();
    text.parse()
        .map_err(|_| FieldError::NotANumber(name, text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_required_field_may_not_be_blank() {
        let form = Form::from([("name", " Ann "), ("city", "  ")]);
        assert_eq!(required(&form, "name"), Ok("Ann"));
        assert_eq!(required(&form, "city"), Err(FieldError::Missing("city")));
        assert_eq!(required(&form, "mail"), Err(FieldError::Missing("mail")));
    }

    #[test]
    fn missing_is_fine_and_wrong_is_not() {
        let form = Form::from([("age", "42"), ("height", "tall")]);
        assert_eq!(optional_number(&form, "age"), Ok(Some(42)));
        assert_eq!(optional_number(&form, "weight"), Ok(None));
        let wrong = FieldError::NotANumber("height", "tall".to_owned());
        assert_eq!(optional_number(&form, "height"), Err(wrong));
    }

    #[test]
    fn collecting_stops_at_the_first_error() {
        assert_eq!(numbers("sizes", "1, 2,3"), Ok(vec![1, 2, 3]));
        let first = FieldError::NotANumber("sizes", "x".to_owned());
        assert_eq!(numbers("sizes", "1,x,y"), Err(first));
    }

    #[test]
    fn every_error_can_be_gathered() {
        let form = Form::from([("name", "Ann")]);
        let fields = ["name", "city", "mail"].map(|name| required(&form, name));
        assert_eq!(
            all_or_every_error(fields),
            Err(vec![
                FieldError::Missing("city"),
                FieldError::Missing("mail")
            ])
        );
        assert_eq!(all_or_every_error::<u8, ()>([]), Ok(vec![]));
    }
}
