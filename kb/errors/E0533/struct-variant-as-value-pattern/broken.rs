pub enum Event {
    Click { x: i32, y: i32 },
    Close,
}

pub fn is_click(event: &Event) -> bool {
    match event {
        Event::Click => true,
        Event::Close => false,
    }
}
