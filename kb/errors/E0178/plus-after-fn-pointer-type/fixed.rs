struct Button {
    on_click: Box<dyn Fn(u32) + Send>,
}

fn main() {
    let offset = 10;
    let button = Button {
        on_click: Box::new(move |x| println!("clicked at {}", x + offset)),
    };
    (button.on_click)(5);
}
