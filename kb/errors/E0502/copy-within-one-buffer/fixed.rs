fn repeat_header(frame: &mut Vec<u8>, header: usize) {
    frame.push(0xff);
    frame.extend_from_within(..header);
}

fn main() {
    let mut frame = vec![1, 2, 3, 4, 5];
    repeat_header(&mut frame, 2);
    println!("{frame:?}");
}
