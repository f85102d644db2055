pub struct Event {
    pub name: String,
}

pub type Callback = Box<dyn Fn(&Event)>;

pub struct Bus {
    pub listeners: Vec<Box<dyn Fn(&Event)>>,
}
