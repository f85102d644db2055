pub struct Button {
    pub label: String,
    pub on_click: Box<dyn Fn(&str)>,
}

pub fn click(button: &Button) {
    (button.on_click)(&button.label);
}
