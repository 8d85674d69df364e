import { ButtonShow } from './button-show';
import { ChoiceShow } from './choice-show';
import { DataShow, DiffShow, TimeShow } from './data-show';
import { DialogShow } from './dialog-show';
import { FieldShow } from './field-show';
import { FloatShow } from './float-show';
import { ColourShow, PeopleShow, TypeShow } from './ink-show';
import { LineShow, ScaleShow, StationShow } from './line-show';
import { ListStates } from './list-states';
import { LookHead } from './look-head';
import { StateShow } from './state-show';
import { TableShow } from './table-show';

/** The look, living: what is drawn here is what the house is made of. */
export const LookPage = () => (
  <div className="bg-canvas px-3 pt-6 pb-9 two:px-7">
    <LookHead />
    <div className="three:columns-2 three:gap-7">
      <StateShow />
      <LineShow />
      <ScaleShow />
      <StationShow />
      <ButtonShow />
      <FieldShow />
      <ChoiceShow />
      <FloatShow />
      <DialogShow />
      <TableShow />
      <PeopleShow />
      <DiffShow />
      <DataShow />
      <TimeShow />
      <ColourShow />
      <TypeShow />
    </div>
    <ListStates />
  </div>
);
