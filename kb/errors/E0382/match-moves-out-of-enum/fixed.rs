pub enum Event {
    Login(String),
    Tick,
}

pub fn record(history: &mut Vec<Event>, event: Event) {
    match &event {
        Event::Login(name) => println!("{name} logged in"),
        Event::Tick => {}
    }
    history.push(event);
}
