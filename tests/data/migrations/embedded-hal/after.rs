use std::convert::Infallible;

use embedded_hal::delay::DelayNs;
use embedded_hal::digital::{self, OutputPin};
use embedded_hal::i2c::{self, I2c, Operation};

#[derive(Default)]
pub struct Bus {
    pub heard: Vec<(u8, Vec<u8>)>,
}

impl i2c::ErrorType for Bus {
    type Error = Infallible;
}

impl I2c for Bus {
    fn transaction(&mut self, at: u8, steps: &mut [Operation<'_>]) -> Result<(), Infallible> {
        for step in steps {
            match step {
                Operation::Write(bytes) => self.heard.push((at, bytes.to_vec())),
                Operation::Read(buffer) => buffer.fill(at),
            }
        }
        Ok(())
    }
}

#[derive(Default)]
pub struct Pin {
    pub high: bool,
}

impl digital::ErrorType for Pin {
    type Error = Infallible;
}

impl OutputPin for Pin {
    fn set_low(&mut self) -> Result<(), Infallible> {
        self.high = false;
        Ok(())
    }

    fn set_high(&mut self) -> Result<(), Infallible> {
        self.high = true;
        Ok(())
    }
}

pub struct Clock;

impl DelayNs for Clock {
    fn delay_ns(&mut self, ns: u32) {
        println!("{ns} ns");
    }
}
