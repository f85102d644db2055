//! A guest list as CSV.

use serde::Serialize;
use std::io::Write;

/// A guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// The full name, as the guest has typed it.
    pub name: String,
    /// How many people come along; `None` if the guest has not answered.
    pub companions: Option<u8>,
}

const HEADER: [&str; 3] = ["name", "answered", "people"];

/// A row of the file, in the order of the columns.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    answered: bool,
    people: Option<u16>,
}

/// Write the guests with a header line. The header is there even if no guest is.
pub fn write_guests(output: impl Write, guests: &[Guest]) -> Result<(), csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .from_writer(output);
    writer.write_record(HEADER)?;
    for guest in guests {
        writer.serialize(Row {
            name: &harmless(&guest.name),
            answered: guest.companions.is_some(),
            people: guest.companions.map(|companions| u16::from(companions) + 1),
        })?;
    }
    writer.flush()?;
    Ok(())
}

/// A spreadsheet takes a field that starts like this for a formula.
fn harmless(text: &str) -> std::borrow::Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    fn guest(name: &str, companions: Option<u8>) -> Guest {
        Guest {
            name: name.to_owned(),
            companions,
        }
    }

    fn written(guests: &[Guest]) -> String {
        let mut bytes = Vec::new();
        write_guests(&mut bytes, guests).expect("memory is writable");
        String::from_utf8(bytes).expect("names are UTF-8")
    }

    #[test]
    fn fields_are_quoted_where_needed() {
        let guests = [
            guest("Li", Some(0)),
            guest("O'Neil, \"Sam\"", Some(u8::MAX)),
            guest("two\nlines", None),
        ];
        let expected = "name,answered,people\n\
            Li,true,1\n\
            \"O'Neil, \"\"Sam\"\"\",true,256\n\
            \"two\nlines\",false,\n";
        assert_eq!(written(&guests), expected);
    }

    #[test]
    fn an_empty_list_has_its_header() {
        assert_eq!(written(&[]), "name,answered,people\n");
    }

    #[test]
    fn formulas_stay_text() {
        assert!(written(&[guest("=1+1", None)]).contains("\n'=1+1,"));
    }

    #[test]
    fn what_is_written_can_be_read() {
        let text = written(&[guest("a;b,\"c\"", Some(2))]);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = reader.records().next().expect("a row").expect("valid");
        assert_eq!(row.iter().collect::<Vec<_>>(), ["a;b,\"c\"", "true", "3"]);
    }

    #[test]
    fn a_full_disk_is_reported() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::Error::other("disk full"))
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let error = write_guests(Full, &[guest("Li", None)]).expect_err("nothing fits");
        assert!(error.to_string().contains("disk full"), "{error}");
    }
}
