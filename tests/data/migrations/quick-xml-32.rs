use quick_xml::events::Event;
use quick_xml::Reader;

fn main() {
    let mut reader = Reader::from_str("<a>  one  <b/>  </a>");
    reader.trim_text(true);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            event => println!("{event:?}"),
        }
    }
}
