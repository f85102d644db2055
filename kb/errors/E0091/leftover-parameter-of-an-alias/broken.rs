pub struct Event {
    pub name: String,
}

pub type Callback<E> = Box<dyn Fn(&Event)>;

pub fn publish(event: &Event, listener: &dyn Fn(&Event)) {
    listener(event);
}
