struct Ring {
    samples: [f32; slots(4)],
}

fn slots(channels: usize) -> usize {
    channels * 32
}

fn main() {
    let ring = Ring {
        samples: [0.0; slots(4)],
    };
    println!("{}", ring.samples.len());
}
