bitflags::bitflags! {
    /// struct of modes, `Mode.bits` in words
    pub struct Mode: u8 {
        const READ = 1;
        const WRITE = 2;
        const BOTH = Self::READ.bits | Self::WRITE.bits;
    }
}

fn raw(mode: Mode) -> u8 {
    mode.bits
}

fn main() {
    let both = Mode::READ | Mode::WRITE;
    // mode.bits is no code here
    println!("mode.bits {} {}", raw(both), both == Mode::BOTH);
    let odd = unsafe { Mode::from_bits_unchecked(128 | 1) };
    println!("{} {} {}", raw(odd), odd.contains(Mode::READ), Mode::READ < Mode::WRITE);
    println!("{}", raw(!Mode::READ));
}
