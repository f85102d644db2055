use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::Reader;

fn main() {
    let text = r#"<a kind="x &amp; y"> <b>one &lt; two</b><c/></a>"#;
    let mut reader = Reader::from_str(text);
    reader.trim_text(true);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event(&mut buffer) {
            Ok(Event::Start(e)) => {
                println!("start {}", e.name() == b"b");
                for attr in e.attributes().flatten() {
                    println!("attribute {}", attr.key == b"kind");
                }
                match e.name() {
                    b"a" => println!("an a"),
                    _ => println!("another"),
                }
            }
            Ok(Event::Text(e)) => {
                let words = e.unescape_and_decode(&reader).unwrap();
                println!("{words}");
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => println!("{error:?}"),
        }
        buffer.clear();
    }
    let mut out = quick_xml::Writer::new(Vec::new());
    out.write_event(Event::Empty(BytesStart::owned_name("root"))).unwrap();
    out.write_event(Event::Text(BytesText::from_plain_str("1 < 2"))).unwrap();
    println!("{}", String::from_utf8(out.into_inner()).unwrap());
}
