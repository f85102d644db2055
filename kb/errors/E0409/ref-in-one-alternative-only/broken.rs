enum Event {
    Renamed(String),
    Created(String),
}

fn main() {
    let events = [
        Event::Renamed("a.txt".to_string()),
        Event::Created("b.txt".to_string()),
    ];
    for event in events {
        match event {
            Event::Renamed(ref name) | Event::Created(name) => println!("{name}"),
        }
    }
}
